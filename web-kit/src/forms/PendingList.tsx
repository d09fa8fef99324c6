import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import css from "./Uploads.module.css";
import type { PendingUpload } from "./useUploads";

/** Files on their way, and those the server did not take with the reason. */
export function PendingList({
  pending,
  onDismiss,
}: {
  pending: readonly PendingUpload[];
  onDismiss: (id: number) => void;
}) {
  const { t } = useLingui();
  if (pending.length === 0) return null;
  return (
    <ul className={`list ${css.files}`} aria-live="polite">
      {pending.map(({ id, name, percent, error }) => (
        <li key={id} className={css.file} data-error={error ? true : undefined}>
          <span className={css.name}>{name}</span>
          {error ? (
            <>
              <span className={css.error}>{error}</span>
              <button type="button" aria-label={t`知道了`} onClick={() => onDismiss(id)}>
                <X size={16} strokeWidth={1.75} aria-hidden />
              </button>
            </>
          ) : (
            <progress max={100} value={percent} aria-label={t`上传进度`} />
          )}
        </li>
      ))}
    </ul>
  );
}
