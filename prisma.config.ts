import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL;

/** For Prisma's own commands; the server applies the same migrations itself when it starts. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(url ? { datasource: { url } } : {}),
});
