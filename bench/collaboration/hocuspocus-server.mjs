import { Server } from "@hocuspocus/server";

/** Hocuspocus with its documents in memory only, on loopback. */
const server = new Server({ port: Number(process.env.PORT), address: "127.0.0.1", quiet: true });
await server.listen();
