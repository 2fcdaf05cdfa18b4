import { useState } from "react";

/** What is typed and not sent outlives a reload, as in every form of the workplace. Signing out clears it. */
export function useKept<Value>(name: string, empty: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => readKept(name) ?? empty);
  return [
    value,
    (next) => {
      setValue(next);
      writeKept(name, JSON.stringify(next) === JSON.stringify(empty) ? null : next);
    },
  ];
}

export function readKept<Value>(name: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") as Value | null;
  } catch {
    return null;
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or closed store keeps nothing; writing still works.
  }
}
