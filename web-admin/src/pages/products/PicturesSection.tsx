import { CategoryArt, pictureNames } from "@kaidan/web-kit/ui/CategoryArt";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { Section } from "../../features/console/Section";
import { GalleryField } from "./GalleryField";
import css from "./PicturesSection.module.css";
import { pictureWords } from "./picture-words";
import type { DraftForm } from "./useDraftForm";

/** Photos of real work, and the drawing that stands in while there are none. */
export function PicturesSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  return (
    <Section title={t`图片`} anchor="pictures" lead={t`第一张照片是封面；没有照片时用插图。`}>
      <Controller
        control={form.control}
        name="gallery"
        render={({ field }) => <GalleryField value={field.value} onChange={field.onChange} />}
      />
      <Controller
        control={form.control}
        name="picture"
        render={({ field }) => <ArtChoice value={field.value} onChange={field.onChange} />}
      />
    </Section>
  );
}

function ArtChoice({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const { i18n } = useI18n();
  return (
    <fieldset className={css.arts}>
      <legend>
        <Trans>插图</Trans>
      </legend>
      {pictureNames.map((name) => {
        const words = i18n._(pictureWords[name]);
        return (
          <label key={name} className={css.art} title={words}>
            <input
              type="radio"
              name="picture"
              className="visually-hidden"
              value={name}
              checked={value === name}
              onChange={() => onChange(name)}
              aria-label={words}
            />
            <CategoryArt name={name} size={40} />
          </label>
        );
      })}
    </fieldset>
  );
}
