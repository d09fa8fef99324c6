import { Check } from "lucide-react";
import { CategoryArt, type PictureName } from "../ui/CategoryArt";
import css from "./AuthLayout.module.css";

type PitchProps = { title: string; points: readonly string[]; pictures: readonly PictureName[] };

/** What this app does for the people who sign in to it, beside the form. */
export function Pitch({ title, points, pictures }: PitchProps) {
  return (
    <div className={css.pitch}>
      <div className={css.scene}>
        {pictures.map((name) => (
          <CategoryArt key={name} name={name} size={84} />
        ))}
      </div>
      <h2>{title}</h2>
      <ul className={`list ${css.points}`}>
        {points.map((point) => (
          <li key={point}>
            <Check size={16} strokeWidth={2} aria-hidden />
            {point}
          </li>
        ))}
      </ul>
    </div>
  );
}
