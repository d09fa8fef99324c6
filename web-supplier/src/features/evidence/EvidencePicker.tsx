import { shrinkPhoto } from "@kaidan/web-kit/forms/shrink-photo";
import { Trans, useLingui } from "@lingui/react/macro";
import { Camera, Images, X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import type { DraftPhoto } from "./draft-store";
import css from "./EvidencePicker.module.css";
import { photosMax } from "./report-rules";

type EvidencePickerProps = {
  photos: readonly DraftPhoto[];
  /** How many the milestone asks for. */
  wanted: number;
  error?: string;
  onAdd: (photos: DraftPhoto[]) => void;
  onRemove: (id: string) => void;
};

/** The camera first, the album second. Photos are made smaller on the phone and wait there until they are sent. */
export function EvidencePicker({ photos, wanted, error, onAdd, onRemove }: EvidencePickerProps) {
  const { t } = useLingui();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const have = photos.length;
  const room = photosMax - have;

  async function add(files: FileList | null): Promise<void> {
    setBusy(true);
    const taken: DraftPhoto[] = [];
    for (const file of [...(files ?? [])].slice(0, room)) {
      taken.push({ id: crypto.randomUUID(), photo: await shrinkPhoto(file) });
    }
    onAdd(taken);
    setBusy(false);
  }

  return (
    <section className={css.picker} aria-labelledby={id} aria-busy={busy}>
      <h2 id={id}>
        <Trans>现场照片</Trans>
      </h2>
      <p className={wanted > have ? css.wanted : "muted"} aria-live="polite">
        {wanted > 0 ? t`这个节点至少 ${wanted} 张，已拍 ${have} 张` : t`最多 ${photosMax} 张，已拍 ${have} 张`}
      </p>
      {have > 0 && (
        <ul role="list" className={css.photos}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <Thumbnail photo={photo.photo} number={index + 1} />
              <RemovePhoto number={index + 1} onPress={() => onRemove(photo.id)} />
            </li>
          ))}
        </ul>
      )}
      {room > 0 && (
        <div className={css.sources}>
          <label className={css.camera}>
            <Camera size={22} strokeWidth={1.5} aria-hidden />
            <Trans>拍照</Trans>
            <PhotoInput label={t`拍照`} capture onFiles={add} />
          </label>
          <label className={css.album}>
            <Images size={20} strokeWidth={1.5} aria-hidden />
            <Trans>从相册选</Trans>
            <PhotoInput label={t`从相册选`} onFiles={add} />
          </label>
        </div>
      )}
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

type PhotoInputProps = { label: string; capture?: boolean; onFiles: (files: FileList | null) => Promise<void> };

function PhotoInput({ label, capture = false, onFiles }: PhotoInputProps) {
  return (
    <input
      type="file"
      className="visually-hidden"
      accept="image/*"
      aria-label={label}
      capture={capture ? "environment" : undefined}
      multiple={!capture}
      onChange={(event) => {
        const input = event.currentTarget;
        void onFiles(input.files).then(() => {
          // The same photo may be chosen again after it was removed.
          input.value = "";
        });
      }}
    />
  );
}

function RemovePhoto({ number, onPress }: { number: number; onPress: () => void }) {
  const { t } = useLingui();
  return (
    <button type="button" className={css.remove} aria-label={t`移除第 ${number} 张照片`} onClick={onPress}>
      <X size={16} strokeWidth={2} aria-hidden />
    </button>
  );
}

function Thumbnail({ photo, number }: { photo: Blob; number: number }) {
  const { t } = useLingui();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return url ? <img src={url} alt={t`第 ${number} 张照片`} /> : <span className={css.blank} />;
}
