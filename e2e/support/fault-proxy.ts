import net from "node:net";

/**
 * What stands between two sides: everything passes; nobody is let in and who was in is cut off; all is taken and nothing
 * passed on, as when a cable is pulled and no end is ever said; or connections are torn down in the middle of what they say.
 */
export type Weather = "pass" | "refuse" | "hang" | "reset";

export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>;

/** A wire between a client and a server that a test may cut, hold or tear. */
export async function faultProxy(target: { host: string; port: number }) {
  let weather: Weather = "pass";
  let port = 0;
  const pairs = new Set<{ near: net.Socket; far: net.Socket }>();
  let server = await listen(0);
  port = (server.address() as net.AddressInfo).port;

  return {
    port,
    /** From now on, for those who are connected as well. */
    become: async (next: Weather) => {
      weather = next;
      if (next === "refuse" || next === "reset") for (const pair of pairs) tear(pair);
      if (next === "pass") {
        // What waited while the wire was held is gone, as a half-open connection is.
        for (const { near, far } of pairs) if (near.isPaused() || far.isPaused()) tear({ near, far });
        if (!server.listening) server = await listen(port);
      } else if (next === "refuse") await shut();
      else if (next === "hang") for (const { near, far } of pairs) hold(near, far);
    },
    /** Torn once: who comes again is let in. */
    tearAll: () => {
      for (const pair of pairs) tear(pair);
    },
    connections: () => pairs.size,
    close: async () => {
      for (const pair of pairs) tear(pair);
      await shut();
    },
  };

  function listen(at: number): Promise<net.Server> {
    const opening = net.createServer({ allowHalfOpen: true }, letIn);
    return new Promise((resolve, reject) => {
      opening.once("error", reject);
      opening.listen(at, "127.0.0.1", () => resolve(opening));
    });
  }

  function letIn(near: net.Socket): void {
    near.on("error", () => {});
    if (weather === "reset") return void near.resetAndDestroy();
    const far = net.connect({ ...target, allowHalfOpen: true });
    const pair = { near, far };
    pairs.add(pair);
    far.on("error", () => tear(pair));
    for (const side of [near, far]) side.on("close", () => tear(pair));
    near.on("data", (chunk) => weather !== "hang" && far.write(chunk));
    far.on("data", (chunk) => weather !== "hang" && near.write(chunk));
    near.on("end", () => weather !== "hang" && far.end());
    far.on("end", () => weather !== "hang" && near.end());
    if (weather === "hang") hold(near, far);
  }

  function hold(near: net.Socket, far: net.Socket): void {
    near.pause();
    far.pause();
  }

  function tear(pair: { near: net.Socket; far: net.Socket }): void {
    pairs.delete(pair);
    for (const side of [pair.near, pair.far]) if (!side.destroyed) side.resetAndDestroy();
  }

  function shut(): Promise<void> {
    return new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
  }
}
