import { describe, expect, test } from "vitest";
import { BadSetting, readSettings } from "./settings.server";

describe("settings", () => {
  test("nothing set: a workplace on this machine, with the demonstration", () => {
    expect(readSettings({})).toMatchObject({ port: 3000, host: "127.0.0.1", origin: "http://localhost:3000", trustProxy: [], demo: true, databaseUrl: undefined });
  });

  test("another port moves the address with it", () => {
    expect(readSettings({ PORT: "8080" }).origin).toBe("http://localhost:8080");
  });

  test("an empty value counts as not set", () => {
    expect(readSettings({ DATABASE_URL: "", DEMO: " " })).toMatchObject({ databaseUrl: undefined, demo: true });
  });

  test("an https address is taken, and its trailing slash dropped", () => {
    expect(readSettings({ ORIGIN: "https://cit.example.org/" }).origin).toBe("https://cit.example.org");
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["ORIGIN", "http://cit.example.org"],
    ["ORIGIN", "https://cit.example.org/path"],
    ["ORIGIN", "cit.example.org"],
    ["TRUST_PROXY", "yes"],
    ["DATABASE_URL", "mysql://root@localhost/concord"],
    ["SMTP_URL", "mail.example.org"],
    ["MAIL_FROM", "Concord"],
    ["DEMO", "true"],
  ])("%s=%s stops the start and says what was expected, with an example", (name, value) => {
    const start = () => readSettings({ [name]: value });
    expect(start).toThrow(BadSetting);
    expect(start).toThrow(new RegExp(`^${name} is .* was expected, for example ${name}=`));
  });

  test("a refused address never shows its password", () => {
    expect(() => readSettings({ DATABASE_URL: "mysql://root:hunter2@localhost/concord" })).not.toThrow(/hunter2/);
    expect(() => readSettings({ DATABASE_URL: "mysql://root:hunter2@localhost/concord" })).toThrow(BadSetting);
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000"])("%s may be plain http", (origin) => {
    expect(readSettings({ ORIGIN: origin }).origin).toBe(origin);
  });

  test("proxies are named one by one", () => {
    expect(readSettings({ TRUST_PROXY: "loopback, 10.0.0.0/8" }).trustProxy).toEqual(["loopback", "10.0.0.0/8"]);
  });
});
