  // ---- Texts

  var LEADS = "'()*+/:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_\x60{|}~";
  var PUNCTUATION = "、；：？！“”‘’（）《》·…—–";

  function TextCode(literal) {
    var units = PUNCTUATION.split(""), reader = new Reader(literal), singles = [], count, code = 0x3000, first = 0;
    for (count = reader.packed(); count > 0; count--) {
      code += reader.packed();
      singles.push(String.fromCharCode(code));
    }
    units = units.concat(singles);
    for (count = reader.packed(); count > 0; count--) {
      first += reader.packed();
      units.push(singles[first] + singles[reader.fixed(2)]);
    }
    var word = "";
    for (count = reader.packed(); count > 0; count--) {
      word = reader.frontCoded(word);
      units.push(" " + word);
    }
    this.units = units;
    this.singles = new Set(singles);
  }
  var LEAD = new Int8Array(128).fill(-1);
  LEADS.split("").forEach(function (sign, lead) { LEAD[sign.charCodeAt(0)] = lead; });

  TextCode.prototype.decode = function (coded) {
    var text = "", reader = new Reader(coded);
    while (reader.more()) {
      var lead = LEAD[coded.charCodeAt(reader.at)], sign = coded[reader.at++];
      if (lead >= 0) text += this.units[lead * 93 + reader.digit()];
      else if (sign === "!") text += "，";
      else if (sign === "#") text += "。";
      else if (sign === "%") text += "\n";
      else if (sign === "$") text += String.fromCharCode(reader.digit() + 32);
      else if (sign === "&") text += String.fromCharCode(reader.fixed(3));
      else text += sign;
    }
    return text;
  };

