import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Settings } from "~/http/settings.server";

export type Collaboration = {
  /** False when an edit could not be taken now. */
  healthy: () => boolean;
  /** Lets go of every socket; the server is stopping. */
  close: () => Promise<void>;
};

export function attachCollaboration(server: Server, { settings: _settings }: { settings: Settings }): Collaboration {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_048_576 });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (request.url?.split("?")[0] !== "/collaboration") {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => opened.close(1013, "Try again later."));
  });
  return {
    healthy: () => true,
    close: async () => {
      for (const open of sockets.clients) open.terminate();
      sockets.close();
    },
  };
}
