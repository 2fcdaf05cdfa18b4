import type { ServerBuild } from "@remix-run/node";

/**
 * The build with only the routes under one first word of an address, such as "documents".
 * Remix ranks and compiles all routes it is given anew for every request; with the whole build that was a third of the server's work.
 * An address whose first word no route begins with is given the whole build, so that what is matched is the same.
 */
export function routesByPlace(build: ServerBuild): (path: string) => ServerBuild {
  const places = new Map<string, string[]>();
  for (const id of Object.keys(build.routes)) {
    const place = firstWord(addressOf(build, id));
    // A route that begins with a parameter may answer any address.
    if (/^[:*]/.test(place)) return () => build;
    places.set(place, [...(places.get(place) ?? []), id]);
  }
  places.delete("");
  const builds = new Map([...places].map(([place, ids]) => [place, only(build, ids)]));
  return (path) => builds.get(firstWord(path).replace(/\.data$/, "")) ?? build;
}

function only(build: ServerBuild, ids: string[]): ServerBuild {
  const kept = new Set(ids.flatMap((id) => lineOf(build, id)));
  const those = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return { ...build, routes: those(build.routes), assets: { ...build.assets, routes: those(build.assets.routes) } };
}

/** A route and those it stands in. */
function lineOf(build: ServerBuild, id: string | undefined): string[] {
  return id === undefined ? [] : [id, ...lineOf(build, build.routes[id]?.parentId)];
}

function addressOf(build: ServerBuild, id: string): string {
  return lineOf(build, id).reverse().flatMap((part) => build.routes[part]?.path ?? []).join("/");
}

/** As the router reads an address: without regard to case, and decoded; a word that cannot be decoded is no place of ours. */
function firstWord(path: string): string {
  const [word = ""] = path.replace(/^\/+/, "").split(/[/?#]/);
  try {
    return decodeURIComponent(word).toLowerCase();
  } catch {
    return word;
  }
}
