import { RatingInput } from "@kaidan/web-kit/ui/RatingInput";
import { useLingui } from "@lingui/react/macro";
import { type Control, Controller, type FieldPath } from "react-hook-form";
import css from "./ReviewPage.module.css";
import type { Marks, ReviewValues } from "./review-schema";

type MarkFieldsProps = {
  control: Control<ReviewValues>;
  /** Where the four marks stand in the form: "" for the whole, "suppliers.0." for the first supplier. */
  path: "" | `suppliers.${number}.`;
  /** Whom the marks are for, when it is not the whole. */
  subject?: string;
};

/** The four marks: overall, quality, punctuality, attitude. */
export function MarkFields({ control, path, subject }: MarkFieldsProps) {
  const { t } = useLingui();
  const marks: readonly [keyof Marks, string][] = [
    ["overall", t`总体满意度`],
    ["quality", t`服务质量`],
    ["punctuality", t`准时`],
    ["attitude", t`服务态度`],
  ];
  return (
    <div className={css.marks}>
      {marks.map(([mark, label]) => (
        <Controller
          key={mark}
          control={control}
          name={`${path}${mark}` as FieldPath<ReviewValues>}
          render={({ field, fieldState }) => (
            <RatingInput
              label={subject ? `${subject} ${label}` : label}
              value={Number(field.value)}
              onChange={field.onChange}
              error={fieldState.error ? t`请打分` : undefined}
            />
          )}
        />
      ))}
    </div>
  );
}
