import { useLingui } from "@lingui/react/macro";
import { Camera, X } from "lucide-react";
import { PendingList } from "./PendingList";
import css from "./Uploads.module.css";
import type { UploadedFile, UploadPurpose } from "./upload";
import { useUploads } from "./useUploads";

type PhotoPickerProps = {
  purpose: UploadPurpose;
  value: readonly UploadedFile[];
  onChange: (photos: UploadedFile[]) => void;
  label: string;
  /** How many the rule asks for; said beside the label. */
  min?: number;
  max?: number;
  error?: string;
};

/** Photos from the camera or the album, made smaller before they travel. */
export function PhotoPicker({ purpose, value, onChange, label, min = 0, max = 9, error }: PhotoPickerProps) {
  const { t } = useLingui();
  const uploads = useUploads({ purpose, value, onChange, max });
  const count = value.length;
  return (
    <fieldset className={css.upload}>
      <legend className={css.label}>
        {label}{" "}
        <span className="muted small">
          {min > 0 ? t`至少 ${min} 张，已有 ${count} 张` : t`最多 ${max} 张，已有 ${count} 张`}
        </span>
      </legend>
      <ul className={`list ${css.photos}`}>
        {value.map((photo, index) => {
          const number = index + 1;
          return (
            <li key={photo.id} className={css.photo}>
              <img src={photo.url} alt={t`第 ${number} 张照片`} />
              <button type="button" aria-label={t`移除第 ${number} 张照片`} onClick={() => uploads.remove(photo.id)}>
                <X size={14} strokeWidth={2} aria-hidden />
              </button>
            </li>
          );
        })}
        {uploads.room > 0 && (
          <li>
            <label className={css.add}>
              <Camera size={22} strokeWidth={1.5} aria-hidden />
              <span>{t`添加照片`}</span>
              <input
                type="file"
                className="visually-hidden"
                accept="image/*"
                multiple
                aria-label={`${label} ${t`添加照片`}`}
                onChange={(event) => {
                  void uploads.add([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = "";
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <PendingList pending={uploads.pending} onDismiss={uploads.dismiss} />
      {error && (
        <span className={css.error} role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
