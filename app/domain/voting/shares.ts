/** Reads a part of a whole as a percent with at most two decimals, rounded half up: "66.67 %". For display only; never compare it. The whole must not be 0. */
export function percent(part: bigint, whole: bigint): string {
  const hundredths = (part * 20_000n + whole) / (whole * 2n);
  const decimals = String(hundredths % 100n).padStart(2, "0").replace(/0+$/, "");
  return `${hundredths / 100n}${decimals && `.${decimals}`} %`;
}

/** Writes a part of a whole exactly, in lowest terms: "7/10", or "3" when it is a whole number. The whole must not be 0. */
export function exactly(part: bigint, whole: bigint): string {
  const divisor = greatestCommonDivisor(part, whole);
  return whole === divisor ? String(part / divisor) : `${part / divisor}/${whole / divisor}`;
}

/** The smallest positive integer that both positive integers divide. */
export function leastCommonMultiple(one: bigint, other: bigint): bigint {
  return (one / greatestCommonDivisor(one, other)) * other;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestCommonDivisor(other, one % other);
}
