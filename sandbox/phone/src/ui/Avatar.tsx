import styles from "./ui.module.css";

const colours = ["#2f6fb5", "#a3541c", "#6b4fb3", "#8a3b5c", "#3d6b2e", "#2b6d77"];

/** A person's square: the last character of the name, which tells 小林 from 小陈. */
export function PersonAvatar({ name, size = 40 }: { name: string; size?: number }) {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={styles["avatar"]}
      style={{ width: size, height: size, fontSize: size * 0.44, background: colours[sum % colours.length] }}
    >
      {[...name].at(-1)}
    </span>
  );
}

/** The service account's square: the mark of the house. */
export function AccountAvatar({ size = 40 }: { size?: number }) {
  return (
    <svg aria-hidden className={styles["avatar"]} width={size} height={size} viewBox="0 0 40 40">
      <rect width="40" height="40" fill="#0b6b50" />
      <path d="M12 9.5h16v21l-4-2.6-4 2.6-4-2.6-4 2.6z" fill="#fff" />
      <path
        d="M16 19.2l3 3 5.4-6"
        fill="none"
        stroke="#0b6b50"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
