/* Runs the search script over an index on disk, for the tests: node run.js search-core.js <site>, with
   {"terms": [text], "queries": [[text, options]]} on standard input. */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [script, site] = process.argv.slice(2);
const Core = require(path.resolve(script));
const request = JSON.parse(fs.readFileSync(0, "utf8"));

function open() {
  const core = Core.create((file, done) => {
    let text;
    try {
      text = fs.readFileSync(path.join(site, "search", file), "utf8");
    } catch (error) {
      return done(true);
    }
    vm.runInNewContext(text, { exemplarSearch: core.receive });
    setImmediate(() => done());
  });
  return core;
}

async function main() {
  const core = open();
  const answer = { terms: [], queries: [], loaded: [] };
  for (const text of request.terms || []) {
    answer.terms.push(await core.terms(text));
  }
  for (const [text, options] of request.queries || []) {
    try {
      answer.queries.push(await core.query(text, options));
    } catch (error) {
      answer.queries.push({ error: error.message });
    }
  }
  answer.loaded = core.files;
  process.stdout.write(JSON.stringify(answer));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
