import css from "./Wordmark.module.css";

/** The house's name and mark: a sheet that is signed. */
export function Wordmark({ aside }: { aside?: string }) {
  return (
    <span className={css.wordmark}>
      <svg className={css.mark} viewBox="0 0 32 32" width="28" height="28" aria-hidden focusable="false">
        <rect width="32" height="32" rx="8" />
        <path d="M10 9.5h12M10 14.5h7" />
        <path d="M10 20.5l3.5 3.5 8.5-8.5" />
      </svg>
      <span className={css.name} lang="zh-CN">
        开单
      </span>
      {aside && <span className={css.aside}>{aside}</span>}
    </span>
  );
}
