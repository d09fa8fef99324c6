import { useLingui } from "@lingui/react/macro";
import { Star } from "lucide-react";
import { useId } from "react";
import css from "./Rating.module.css";

type RatingInputProps = {
  /** What is rated, e.g. "服务质量". */
  label: string;
  /** 0 until chosen, then 1 to 5. */
  value: number;
  onChange: (value: number) => void;
  error?: string;
};

/** Five radio buttons that look like stars: arrow keys, one Tab stop, a word for every step. */
export function RatingInput({ label, value, onChange, error }: RatingInputProps) {
  const { t } = useLingui();
  const name = useId();
  const words = [t`很不满意`, t`不满意`, t`一般`, t`满意`, t`非常满意`];
  return (
    <fieldset className={css.input} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      <div className={css.choices}>
        {words.map((word, index) => {
          const star = index + 1;
          return (
            <label key={word}>
              <input
                className="visually-hidden"
                type="radio"
                name={name}
                value={star}
                checked={value === star}
                onChange={() => onChange(star)}
                aria-label={t`${star} 星，${word}`}
              />
              <Star size={28} className={css.star} data-on={star <= value || undefined} aria-hidden />
            </label>
          );
        })}
        <span className={css.words} aria-hidden>
          {words[value - 1]}
        </span>
      </div>
      {error && (
        <p id={`${name}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
