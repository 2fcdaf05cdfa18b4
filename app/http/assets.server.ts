import { createReadStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";

type Asset = { file: string; size: number; type: string; immutable: boolean; encodings: Map<string, number> };

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
};

const encodings = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
];

/** Files of the build, listed once: a path that is not in the list never reaches the disk. */
export function assets(folder: string): RequestHandler {
  const listed = list(folder);
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const asset = listed.get(request.path);
    if (!asset) {
      if (!request.path.startsWith("/assets/")) return next();
      return void response.status(404).type("text/plain").send("There is no such file.");
    }
    const encoding = encodings.find(({ name }) => asset.encodings.has(name) && request.acceptsEncodings(name));
    response.setHeader("Content-Type", asset.type);
    response.setHeader("Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    if (asset.encodings.size > 0) response.setHeader("Vary", "Accept-Encoding");
    if (encoding) response.setHeader("Content-Encoding", encoding.name);
    response.setHeader("Content-Length", encoding ? (asset.encodings.get(encoding.name) ?? 0) : asset.size);
    if (request.method === "HEAD") return void response.end();
    const stream = createReadStream(asset.file + (encoding?.ending ?? ""));
    stream.on("error", () => response.destroy());
    response.on("close", () => stream.destroy());
    stream.pipe(response);
  };
}

function list(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(path.join(folder, name)).isFile());
  const present = new Set(names);
  const listed = new Map<string, Asset>();
  for (const name of names) {
    const type = types[path.extname(name)];
    if (type === undefined) continue;
    const address = `/${name.split(path.sep).join("/")}`;
    const packed = encodings.filter(({ ending }) => present.has(name + ending)).map(({ name: encoding, ending }) => [encoding, statSync(path.join(folder, name + ending)).size] as const);
    listed.set(address, { file: path.join(folder, name), size: statSync(path.join(folder, name)).size, type, immutable: address.startsWith("/assets/"), encodings: new Map(packed) });
  }
  return listed;
}
