/** What people write to be reached past the platform, as they write it in Chinese and in Latin letters. */
const ways: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  // A mobile number, with the blanks and hyphens that hide it from simpler looks.
  /(?<!\d)(?:\+?86[ -]?)?1[3-9](?:[ -]?\d){9}(?!\d)/g,
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g,
  /(?<=(?:微信|薇信|vx|wx|wechat|qq)(?:号|号码)?(?:是|为)?[:： ]{0,2})[a-z0-9][\w-]{4,19}/gi,
];

/** What stands where somebody left a way to reach them. */
export const HIDDEN = "***";

/** The text without telephone numbers, addresses of letters and names in messengers: nobody is reached before the award. */
export function withoutContacts(text: string): string {
  return ways.reduce((told, way) => told.replace(way, HIDDEN), text);
}
