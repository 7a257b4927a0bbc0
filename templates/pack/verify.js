/* Compares a folder that the reader gives with the SHA256SUMS in it. Runs where pages are opened by double-click, which
   have no crypto.subtle, and in browsers of 2016. Nothing leaves the machine. */
(function () {
  'use strict';

  var start = [], constants = [];
  for (var n = 2; constants.length < 64; n += 1) {
    for (var d = 2; d * d <= n && n % d; d += 1);
    if (d * d > n) {
      if (start.length < 8) start.push(fraction(Math.sqrt(n)));
      constants.push(fraction(Math.cbrt(n)));
    }
  }

  function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }

  /* SHA-256 of FIPS 180-4. */
  function sha256(bytes) {
    var state = new Int32Array(start), words = new Int32Array(64), length = bytes.length;
    var whole = length - length % 64;
    var end = new Uint8Array(length % 64 < 56 ? 64 : 128);
    end.set(bytes.subarray(whole));
    end[length % 64] = 128;
    var view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(length / 536870912));
    view.setUint32(end.length - 4, length << 3);
    for (var at = 0; at < whole; at += 64) block(bytes, at);
    for (at = 0; at < end.length; at += 64) block(end, at);
    return Array.prototype.map.call(state, function (word) {
      return ('0000000' + (word >>> 0).toString(16)).slice(-8);
    }).join('');

    function block(data, at) {
      var i, x, y;
      for (i = 0; i < 16; i += 1, at += 4) {
        words[i] = data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
      }
      for (; i < 64; i += 1) {
        x = words[i - 15];
        y = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) +
          ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
      }
      var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
      for (i = 0; i < 64; i += 1) {
        x = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + constants[i] +
          words[i] | 0;
        y = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
        h = g; g = f; f = e; e = d + x | 0; d = c; c = b; b = a; a = x + y | 0;
      }
      state[0] += a; state[1] += b; state[2] += c; state[3] += d;
      state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
  }

  /* What systems put beside files, as the program passes it over too. */
  var ofSystem = /(^|\/)(\._[^/]*|\.Trash[^/]*|System Volume Information|\$RECYCLE\.BIN|\.Spotlight-V100|\.fseventsd|\.TemporaryItems|\.DS_Store|__MACOSX|Thumbs\.db|desktop\.ini|lost\+found)(\/|$)/;

  Array.prototype.forEach.call(document.querySelectorAll('section'), function (section) {
    var drop = section.querySelector('.drop'), input = section.querySelector('input');
    input.addEventListener('change', function () { check(Array.prototype.slice.call(input.files), section); });
    ['dragenter', 'dragleave', 'drop'].forEach(function (name) {
      input.addEventListener(name, function () { drop.classList.toggle('over', name === 'dragenter'); });
    });
  });
  /* Beside the box a dropped folder would replace the page. */
  ['dragover', 'drop'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (event.target.type !== 'file') event.preventDefault();
    });
  });

  var run = 0;

  function check(files, section) {
    var current = run += 1, outcome = section.querySelector('.outcome'), words = section.dataset;
    var sums = files.filter(function (file) { return file.name === 'SHA256SUMS'; }).sort(function (a, b) {
      return path(a).length - path(b).length;
    })[0];
    outcome.textContent = '';
    if (!sums) return verdict(words.none, true);
    var base = path(sums).slice(0, -sums.name.length), found = Object.create(null);
    files.forEach(function (file) {
      var name = path(file).slice(base.length);
      if (path(file).slice(0, base.length) === base && file !== sums && name !== 'SHA256SUMS.minisig' && !ofSystem.test(name)) {
        found[name] = file;
      }
    });
    var lists = { changed: [], missing: [], added: [], unreadable: [], leftover: [] };
    var expected = Object.create(null), removed = Object.create(null);
    read(sums, function (bytes) {
      if (!bytes) return verdict(words.none, true);
      var print = sha256(bytes).slice(0, 16).match(/.{4}/g).join(' ');
      text(bytes).split(/\r?\n/).forEach(function (line) {
        var parts = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line);
        if (parts) expected[parts[2]] = parts[1].toLowerCase();
      });
      var names = Object.keys(expected);
      lists.missing = names.filter(function (name) { return !found[name]; });
      names = names.filter(function (name) { return found[name]; });
      next(0);

      function next(index) {
        if (current !== run) return;
        if (index === names.length) return finish(names.length, print);
        if (index % 16 === 0) {
          outcome.textContent = words.reading.replace('{done}', index).replace('{count}', names.length);
        }
        var name = names[index];
        read(found[name], function (bytes) {
          if (!bytes) lists.unreadable.push(name);
          else if (sha256(bytes) !== expected[name]) lists.changed.push(name);
          else if (name === 'UPDATE.txt') {
            text(bytes).split(/\r?\n/).forEach(function (line) {
              if (line.slice(0, 2) === '- ') removed[line.slice(2)] = true;
            });
          }
          next(index + 1);
        });
      }
    });

    function finish(count, print) {
      Object.keys(found).sort().forEach(function (name) {
        if (!expected[name]) lists[removed[name] ? 'leftover' : 'added'].push(name);
      });
      var bad = ['changed', 'missing', 'added', 'unreadable'].reduce(function (sum, kind) {
        return sum + lists[kind].length;
      }, 0);
      outcome.textContent = '';
      verdict((bad ? words.differs : words.whole).replace('{count}', bad || count), bad);
      Object.keys(lists).forEach(function (kind) {
        if (!lists[kind].length) return;
        add('h2', words[kind]);
        var list = add('ul', '');
        lists[kind].forEach(function (name) { add('li', name, list); });
      });
      if (!bad) add('p', words.print.replace('{print}', print)).className = 'note';
    }

    function verdict(words, bad) { add('p', words).className = bad ? 'verdict bad' : 'verdict'; }

    function add(tag, words, parent) {
      var element = document.createElement(tag);
      element.textContent = words;
      return (parent || outcome).appendChild(element);
    }
  }

  function path(file) { return file.webkitRelativePath || file.name; }

  function read(file, then) {
    var reader = new FileReader();
    reader.onload = function () { then(new Uint8Array(reader.result)); };
    reader.onerror = function () { then(null); };
    reader.readAsArrayBuffer(file);
  }

  function text(bytes) { return new TextDecoder().decode(bytes); }
})();
