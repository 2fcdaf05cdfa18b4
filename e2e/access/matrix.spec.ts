import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { may } from "../../app/domain/access/may";
import { permissions } from "../../app/domain/access/permissions";
import type { Answer, Attempt, Form, RouteAct } from "./attempts";
import { socketTests } from "./socket-tests";
import { openWorld, type Caller, type World } from "./matrix-world";
import { routeActs } from "./route-acts";

type Route = { id: string; parentId?: string; path?: string; index?: boolean; hasLoader: boolean; hasAction: boolean };

const routes = readRoutes();
let world: World;

/** Each caller asks each address once, as a page or as data in turn, so that every address and every caller is tried both ways; CONCORD_MATRIX=full asks both every time. */
const kindsFor = (route: number, caller: number): readonly ("page" | "data")[] => (process.env.CONCORD_MATRIX === "full" ? ["page", "data"] : [(route + caller) % 3 === 0 ? "page" : "data"]);

test.beforeAll(async () => {
  test.setTimeout(120_000);
  world = await openWorld();
});
test.afterAll(() => world?.close());

test("every route of the build has its act, and every row its route", () => {
  const needed = [...routes.values()].filter(({ id }) => id !== "root").map(({ id, hasAction, hasLoader }) => {
    const methods = [...(hasLoader || !hasAction ? ["GET"] : []), ...(hasAction ? ["POST"] : [])];
    return `${id}: ${methods.join(" ")}`;
  });
  const told = Object.entries(routeActs).map(([id, row]) => `${id}: ${["GET", "POST"].filter((method) => method in row).join(" ")}`);
  expect(told.sort()).toEqual(needed.sort());
});

for (const [place, [id, row]] of Object.entries(routeActs).entries()) {
  for (const method of ["GET", "POST"] as const) {
    const asked = row[method];
    if (!asked) continue;
    test(`${method} ${addressOf(id, {})} is ${typeof asked.act === "string" ? asked.act : "for whom it is"}, for everybody as the table says`, async () => {
      const wrong: string[] = [];
      const knock = async (caller: Caller, attempt: Attempt, kind: "page" | "data", expected: Answer) => {
        const got = await ask(method, id, attempt, kind, caller);
        if (got !== expected && !(expected === "done" && asked.also?.includes(got))) wrong.push(`${caller.name}, ${kind}: expected ${expected}, got ${got}`);
      };
      // A thing that is the same for everybody is made once for all who read it or must not touch it.
      const shared = asked.make.length < 2 ? await asked.make(world, world.callerOf("programAdmin")) : null;
      const visits = await Promise.all(
        world.callers.map(async (caller, at) => {
          const attempt = shared ?? (await asked.make(world, caller));
          return { caller, attempt, kinds: kindsFor(place, at), expected: expectedFor(caller, asked, attempt) };
        }),
      );
      // First those who must not: after them, nothing may have been done.
      const before = await world.doneActs();
      const [open, shut] = [visits.filter(({ expected }) => expected === "done"), visits.filter(({ expected }) => expected !== "done")];
      const knockAll = (those: typeof visits) => Promise.all(those.flatMap(({ caller, attempt, kinds, expected }) => kinds.map((kind) => knock(caller, attempt, kind, expected))));
      await knockAll(shut);
      if ((await world.doneActs()) !== before) wrong.push("something was done for those who may not");
      if (method === "GET") await knockAll(open);
      else
        for (const [at, { caller, attempt, kinds }] of open.entries())
          for (const [turn, kind] of kinds.entries()) await knock(caller, turn === 0 && (at === 0 || !shared) ? attempt : await asked.make(world, caller), kind, "done");
      expect(wrong).toEqual([]);
    });
  }

  if (row.GET && /\$/.test(id)) {
    test(`GET ${addressOf(id, {})} of a thing that does not exist is missing`, async () => {
      const nowhere = new Proxy({}, { get: () => "00000000-0000-7000-8000-000000000000" });
      const search = row.GET ? (await row.GET.make(world, world.callerOf("programAdmin"))).search : undefined;
      for (const kind of ["page", "data"] as const) {
        expect(await ask("GET", id, { thing: { programId: null }, params: nowhere, ...(search ? { search } : {}) }, kind, world.callerOf("programAdmin"))).toBe("missing");
      }
    });
  }

  if (row.POST && !row.POST.fromAnywhere) {
    test(`POST ${addressOf(id, {})} from another origin, or without one, changes nothing`, async () => {
      const admin = world.callerOf("programAdmin");
      const attempt = (await row.POST?.make(world, admin)) as Attempt;
      const before = await world.doneActs();
      const kinds = ["page", "data"] as const;
      for (const [at, origin] of ["", "null", "https://elsewhere.example", world.address.replace("localhost", "127.0.0.1"), world.address.replace("http:", "https:")].entries())
        expect(await ask("POST", id, attempt, kinds[(place + at) % 2] ?? "page", admin, origin), origin).toBe("refused");
      expect(await world.doneActs()).toBe(before);
    });
  }
}

socketTests(() => world);

function expectedFor(caller: Caller, asked: RouteAct, { thing }: Attempt): Answer {
  const { actor } = caller;
  const act = typeof asked.act === "string" ? asked.act : asked.act(caller);
  // Who is not signed in is sent to sign in before anything is looked up.
  if (actor.kind === "anyone" && permissions[act].public !== "anyone") return "sign in";
  const ruling = may(actor, act, thing);
  if (ruling.ok) return "done";
  return ruling.kind === "missing" ? "missing" : "refused";
}

async function ask(method: "GET" | "POST", id: string, { params = {}, search = "", form = {}, cookie }: Attempt, kind: "page" | "data", caller: Caller, origin = world.address): Promise<Answer> {
  const page = addressOf(id, params);
  // As the program's own script asks: for the data of that place alone, without what stands around it on every page.
  const alone = method === "GET" ? `${search ? "&" : "?"}_routes=${encodeURIComponent(id)}` : "";
  const path = kind === "page" ? page + search : `${page === "/" ? "/_root" : page}.data${search}${alone}`;
  const response = await fetch(world.address + path, {
    method,
    redirect: "manual",
    headers: { Cookie: cookie ?? caller.cookie, ...(kind === "page" ? { Accept: "text/html" } : {}), ...(method === "POST" && origin ? { Origin: origin } : {}) },
    ...(method === "POST" ? { body: bodyOf(form) } : {}),
  });
  const text = await response.text();
  // A redirect in answer to a data request is 202, with the address in its body.
  const to = response.status === 202 ? text : response.status >= 300 && response.status < 400 ? (response.headers.get("Location") ?? "") : null;
  if (to !== null) return /\/sign-in/.test(to) && page !== "/sign-in" ? "sign in" : "done";
  if (response.ok) return "done";
  // Another origin is turned away before any page is asked; whoever is in a browser of ours is told on a page.
  if (kind === "page" && origin === world.address && /^text\/plain/.test(response.headers.get("Content-Type") ?? "")) return `${response.status} in bare words`;
  if (response.status === 403) return "refused";
  return response.status === 404 ? "missing" : `${response.status}`;
}

function bodyOf(form: Form): URLSearchParams | FormData {
  const files = Object.values(form).some((value) => value instanceof File);
  const body = files ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of Array.isArray(value) ? value : [value]) (body as FormData).append(name, one as string);
  return body;
}

/** The address of a route; a parameter that is not given keeps its name. */
function addressOf(id: string, params: Record<string, string>): string {
  const parts: string[] = [];
  for (let route = routes.get(id); route; route = routes.get(route.parentId ?? "")) if (route.path) parts.unshift(route.path);
  const path = routes.has(id) ? parts.join("/") : id.replace(/^routes\//, "").replace(/_index$/, "").replaceAll(".", "/").replaceAll("$", ":");
  return `/${path.replace(/:(\w+)/g, (named, name: string) => params[name] ?? named)}`.replace(/(.)\/$/, "$1");
}

/** What the build itself says it has. */
function readRoutes(): Map<string, Route> {
  const folder = "build/client/assets";
  const manifest = readdirSync(folder).find((name) => /^manifest-\w+\.js$/.test(name));
  if (!manifest) throw new Error("Build first: npm run build");
  const { routes }: { routes: Record<string, Route> } = JSON.parse(readFileSync(`${folder}/${manifest}`, "utf8").replace(/^window\.__remixManifest=/, "").replace(/;\s*$/, ""));
  return new Map(Object.entries(routes));
}
