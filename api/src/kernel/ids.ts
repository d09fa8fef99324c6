const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NUMERALS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 128 random bits as 22 base64url characters: nobody guesses or counts our ids. */
export function newId(): string {
  return randomText(22, BASE64URL);
}

/** 256 random bits as 43 base64url characters, for sessions, links and keys. */
export function newSecret(): string {
  return randomText(43, BASE64URL);
}

/**
 * A number people read aloud, such as SO20261122-7K3M9Q: prefix, day in Shanghai, six characters without
 * look-alikes. Unique by the table's key: in the rare clash the unit of work begins anew and draws another, so draw it
 * inside the work.
 */
export function newNumber(prefix: string, day: string): string {
  return `${prefix}${day}-${randomText(6, NUMERALS)}`;
}

/** Six digits for a code that is typed in by hand. */
export function newCode(): string {
  return randomText(6, "0123456789");
}

export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

function randomText(length: number, alphabet: string): string {
  // 256 is no multiple of ten: draw again above the largest multiple, so that every character is equally likely.
  const fair = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    const byte = randomByte();
    if (byte < fair) text += alphabet[byte % alphabet.length];
  }
  return text;
}

/** Drawn by the thousand, because each call to the system costs as much as a hundred ids; a byte that was used is gone. */
const drawn = new Uint8Array(2_048);
let used = drawn.length;

function randomByte(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const byte = drawn[used] ?? 0;
  drawn[used] = 0;
  used += 1;
  return byte;
}
