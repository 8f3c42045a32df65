// PouchDB beside an express-pouchdb server over loopback HTTP: no TLS, no encryption, no signatures, no fsync.
//   node pouch_peer.js MODULES DOCS.jsonl      MODULES: where npm installed pouchdb, express-pouchdb and express@4
const { fork } = require("child_process");
const { createRequire } = require("module");
const fs = require("fs");
const os = require("os");
const path = require("path");

const modules = path.resolve(process.argv[2]);
const load = createRequire(path.join(modules, "package.json"));
const PouchDB = load("pouchdb");

function serve(folder) {
  fs.mkdirSync(folder, { recursive: true });
  process.chdir(folder);
  const app = load("express")();
  app.use("/", load("express-pouchdb")(PouchDB.defaults({ prefix: folder + "/" }), { mode: "minimumForPouchDB" }));
  const listener = app.listen(0, "127.0.0.1", () => process.send(listener.address().port));
  process.on("disconnect", () => process.exit(0));
}

function say(metric, unit, value) {
  console.log(JSON.stringify({ bench: "beside", subject: "pouchdb", metric, unit, median: Number(value.toFixed(3)) }));
}

async function seconds(work) {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function measure(docs) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), "afternote-pouch-"));
  const server = fork(__filename, [modules, "serve", path.join(work, "server")]);
  const port = await new Promise((resolve) => server.once("message", resolve));
  const local = PouchDB.defaults({ prefix: work + "/" });
  const remote = new PouchDB(`http://127.0.0.1:${port}/journal`);
  const first = new local("first");
  const second = new local("second");
  for (let i = 0; i < docs.length; i += 500) await first.bulkDocs(docs.slice(i, i + 500));
  const options = { batch_size: 500 };
  say("up", "per s", docs.length / (await seconds(() => first.replicate.to(remote, options))));
  say("down", "per s", docs.length / (await seconds(() => second.replicate.from(remote, options))));
  const nothing = [];
  for (let i = 0; i < 20; ++i) nothing.push(await seconds(() => second.replicate.from(remote, options)));
  say("no change", "ms", median(nothing) * 1000);
  const one = [];
  for (let i = 0; i < 20; ++i) {
    one.push(await seconds(async () => {
      await first.put({ _id: `one-${i}`, body: docs[i].body });
      await first.replicate.to(remote, options);
      await second.replicate.from(remote, options);
      await second.get(`one-${i}`);
    }));
  }
  say("one change, there and over", "ms", median(one) * 1000);
  server.disconnect();
  fs.rmSync(work, { recursive: true, force: true });
}

if (process.argv[3] === "serve") {
  serve(process.argv[4]);
} else {
  const lines = fs.readFileSync(process.argv[3], "utf8").trim().split("\n");
  measure(lines.map((line) => JSON.parse(line))).then(() => process.exit(0));
}
