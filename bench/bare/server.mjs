import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import express from "express";

/** Serves the bare pages, and beside them the styles and letters of the pages they were made from. */
const { PORT, PAGES, CLIENT } = process.env;
const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
const pages = JSON.parse(readFileSync(PAGES, "utf8"));
const app = express();
app.disable("x-powered-by");
for (const folder of ["build/client", CLIENT]) app.use(express.static(folder, { immutable: true, maxAge: "1y", index: false }));
app.all("*", createRequestHandler({ build, mode: "production", getLoadContext: () => ({ pages }) }));
app.listen(Number(PORT), "127.0.0.1");
