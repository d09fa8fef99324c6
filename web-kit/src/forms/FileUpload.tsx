import { Trans, useLingui } from "@lingui/react/macro";
import { FileText, Paperclip, X } from "lucide-react";
import { formatBytes } from "../format/numbers";
import { PendingList } from "./PendingList";
import css from "./Uploads.module.css";
import type { UploadedFile, UploadPurpose } from "./upload";
import { useUploads } from "./useUploads";

type FileUploadProps = {
  purpose: UploadPurpose;
  value: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  label: string;
  description?: string;
  max?: number;
  accept?: string;
  error?: string;
};

/** Documents: photos or PDF, each with its progress and a way to remove it. */
export function FileUpload(props: FileUploadProps) {
  const { purpose, value, onChange, label, description, error, max = 1, accept = "image/*,application/pdf" } = props;
  const { t } = useLingui();
  const uploads = useUploads({ purpose, value, onChange, max });
  return (
    <fieldset className={css.upload}>
      <legend className={css.label}>{label}</legend>
      {description && <span className="muted small">{description}</span>}
      <ul className={`list ${css.files}`}>
        {value.map((file) => (
          <li key={file.id} className={css.file}>
            <FileText size={18} strokeWidth={1.5} aria-hidden />
            <a href={file.url} target="_blank" rel="noreferrer">
              {kindOf(file.mime) ?? t`图片`} · {formatBytes(file.bytes)}
            </a>
            <button type="button" aria-label={t`移除`} onClick={() => uploads.remove(file.id)}>
              <X size={16} strokeWidth={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <PendingList pending={uploads.pending} onDismiss={uploads.dismiss} />
      {uploads.room > 0 && (
        <label className={css.choose}>
          <Paperclip size={16} strokeWidth={1.5} aria-hidden />
          <Trans>选择文件</Trans>
          <input
            type="file"
            className="visually-hidden"
            accept={accept}
            multiple={max > 1}
            aria-label={`${label} ${t`选择文件`}`}
            onChange={(event) => {
              void uploads.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = "";
            }}
          />
        </label>
      )}
      {error && (
        <span className={css.error} role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}

/** What a file that is no picture is called everywhere. */
function kindOf(mime: string): string | null {
  if (mime === "application/pdf") return "PDF";
  if (mime === "text/csv") return "CSV";
  return mime.endsWith("spreadsheetml.sheet") ? "Excel" : null;
}
