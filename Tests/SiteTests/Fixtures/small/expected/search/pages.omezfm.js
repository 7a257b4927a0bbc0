exemplarSearch("pages",{"sections":"PvR##.D9EkG###9.","languages":["!'","2'"],"texts":";QX1"});
