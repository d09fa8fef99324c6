/** The passwords people try first; longer lists belong to an operator's own policy. All in lower case. */
const words =
  "password password1 password12 password123 passw0rd p@ssw0rd qwertyuiop qwerty123 qwerty12 1qaz2wsx 1q2w3e4r 1q2w3e4r5t zaq12wsx abcd1234 abc12345 abc123456 abcdefgh a1234567 a12345678 a123456789 aa123456 aa12345678 iloveyou iloveyou1 woaini1314 woaini520 woaini521 5201314520 52013145201314 woaini123 wang1234 zhang123 li123456 admin123 admin1234 admin888 administrator welcome1 welcome123 letmein1 football baseball superman sunshine princess dragon123 monkey123 master123 shadow123 michael1 jordan23 starwars whatever trustno1 computer internet changeme changeme1 default1 test1234 test12345 testtest guest1234 user1234 root1234 toor1234 q1w2e3r4 q1w2e3r4t5 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 qazwsxedc 1qazxsw2 147258369 159357456 123qweasd qwe123456 woaiwojia nihao123 beijing2008 shanghai kaidan123 kaidan2026".split(
    " ",
  );

const runs = Array.from({ length: 10 }, (_, digit) => [8, 9, 10, 11, 12].map((length) => String(digit).repeat(length)));
const ascending = [8, 9, 10].flatMap((length) =>
  ["1234567890", "0123456789", "9876543210"].map((d) => d.slice(0, length)),
);
const years = Array.from({ length: 60 }, (_, index) => String(1960 + index)).flatMap((year) => [`${year}${year}`]);
const dates = Array.from({ length: 60 }, (_, index) => 1960 + index).flatMap((year) =>
  ["0101", "0520", "0808", "1001", "1111", "1212"].map((day) => `${year}${day}`),
);

export const commonPasswords: ReadonlySet<string> = new Set([
  ...words,
  ...runs.flat(),
  ...ascending,
  ...years,
  ...dates,
]);
