exemplarSearch("pages",{"sections":"PvR...O9!EkR###D.!","languages":["!(","4("],"texts":">(i3"});
