import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { newDraft } from "../support/world.mjs";
import { memoryOf, slopeOf } from "./memory.mjs";
import { openSocket, until } from "./sockets.mjs";

const people = 5;

/** Texts are opened, edited and closed for some minutes while the database refuses to store for two of every ten seconds. */
export async function soak({ concord, world, text, minutes }) {
  const writers = await Promise.all(Array.from({ length: people }, (_, at) => world.person(`Soak ${at}`, ["drafter"])));
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 60_000;
  const samples = [];
  let rounds = 0;
  let unstored = 0;
  await refusing(world.pool);
  const failing = fail();
  const sampling = sample();
  await Promise.all(writers.map((writer) => work(writer)));
  await Promise.all([failing, sampling]);
  // The server warms in the first third.
  const warm = samples.filter((each) => each.minutes > minutes / 3);
  return { slope: slopeOf(warm), rounds, unstored };

  async function work(writer) {
    while (passed() < minutes) {
      const { draftId } = await newDraft(world, writer, text.content);
      await edit(writer, draftId);
      rounds += 1;
    }
  }

  async function edit(writer, draftId) {
    let version = null;
    let waiting = null;
    const socket = await openSocket(`${concord.origin.replace("http", "ws")}/collaboration?draft=${draftId}&schema=${world.schemaVersion}`, {
      headers: { cookie: writer.cookie, origin: concord.origin },
      onMessage: (raw) => {
        const frame = JSON.parse(raw.toString());
        if (frame.kind === "init") version = frame.version;
        if (frame.kind === "refused") throw new Error(frame.reason);
        if (frame.kind === "unstored") {
          unstored += 1;
          setTimeout(() => waiting && socket.send(waiting), 300);
        }
        if (frame.kind === "steps") {
          version += frame.batches.reduce((sum, { steps }) => sum + steps.length, 0);
          waiting = null;
        }
      },
    });
    socket.send(JSON.stringify({ kind: "hello", version: null }));
    await until(() => version !== null, "the text");
    for (let turn = 0; turn < 20; turn++) {
      waiting = JSON.stringify({ kind: "push", version, batches: [{ batchId: randomUUID(), steps: [{ stepType: "replace", from: text.paragraphs[0].from, to: text.paragraphs[0].from, slice: { content: [{ type: "text", text: "soaked " }] } }] }], caret: null });
      socket.send(waiting);
      await until(() => waiting === null, "an edit to be stored");
      await pause(20);
    }
    socket.close();
  }

  async function fail() {
    while (passed() < minutes) {
      await pause(8_000);
      await world.pool.query(`update soak_refuses set now = true`);
      await pause(2_000);
      await world.pool.query(`update soak_refuses set now = false`);
    }
  }

  async function sample() {
    while (passed() < minutes) {
      samples.push({ minutes: passed(), memory: await memoryOf(concord.inspector) });
      await pause(5_000);
    }
  }
}

/** From now on the database can be told to refuse every step. */
async function refusing(pool) {
  await pool.query(`create table if not exists soak_refuses (now boolean not null); truncate soak_refuses; insert into soak_refuses values (false); grant select on soak_refuses to public`);
  await pool.query(`create or replace function soak_refuse() returns trigger language plpgsql as $$ begin if (select now from soak_refuses) then raise exception 'refused for the benchmark'; end if; return new; end $$`);
  await pool.query(`drop trigger if exists soak_refuse on "DraftStep"; create trigger soak_refuse before insert on "DraftStep" for each row execute function soak_refuse()`);
}
