import { PendingList } from "@kaidan/web-kit/forms/PendingList";
import type { UploadedFile } from "@kaidan/web-kit/forms/upload";
import { useUploads } from "@kaidan/web-kit/forms/useUploads";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { ArrowLeft, ArrowRight, ImagePlus, X } from "lucide-react";
import css from "./PicturesSection.module.css";

const most = 12;

type GalleryProps = { value: readonly UploadedFile[]; onChange: (files: UploadedFile[]) => void };

/** Up to twelve photos in the order customers see them; the first is the cover. */
export function GalleryField({ value, onChange }: GalleryProps) {
  const { t } = useLingui();
  const uploads = useUploads({ purpose: "PRODUCT", value, onChange, max: most });
  function move(from: number, to: number): void {
    const next = [...value];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  }
  return (
    <div className={css.gallery}>
      <ol className={`list ${css.photos}`} aria-label={t`商品照片`}>
        {value.map((photo, index) => (
          <GalleryPhoto
            key={photo.id}
            photo={photo}
            index={index}
            count={value.length}
            onMove={move}
            onRemove={() => uploads.remove(photo.id)}
          />
        ))}
        {uploads.room > 0 && (
          <li>
            <label className={css.add}>
              <ImagePlus size={22} strokeWidth={1.5} aria-hidden />
              <span>
                <Trans>添加照片</Trans>
              </span>
              <input
                type="file"
                className="visually-hidden"
                accept="image/*"
                multiple
                aria-label={t`添加商品照片`}
                onChange={(event) => {
                  void uploads.add([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = "";
                }}
              />
            </label>
          </li>
        )}
      </ol>
      <PendingList pending={uploads.pending} onDismiss={uploads.dismiss} />
    </div>
  );
}

type PhotoProps = {
  photo: UploadedFile;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
};

function GalleryPhoto({ photo, index, count, onMove, onRemove }: PhotoProps) {
  const { t } = useLingui();
  const number = index + 1;
  const tools = [
    { label: t`第 ${number} 张前移`, Icon: ArrowLeft, off: index === 0, press: () => onMove(index, index - 1) },
    { label: t`第 ${number} 张后移`, Icon: ArrowRight, off: number === count, press: () => onMove(index, index + 1) },
    { label: t`移除第 ${number} 张照片`, Icon: X, off: false, press: onRemove },
  ];
  return (
    <li className={css.photo}>
      <img src={photo.url} alt={t`第 ${number} 张照片`} />
      {index === 0 && (
        <span className={css.cover}>
          <ToneTag tone="ok">{t`封面`}</ToneTag>
        </span>
      )}
      <span className={css.tools}>
        {tools.map(({ label, Icon, off, press }) => (
          <ActionIcon key={label} variant="subtle" color="gray" aria-label={label} disabled={off} onClick={press}>
            <Icon size={16} strokeWidth={1.5} aria-hidden />
          </ActionIcon>
        ))}
      </span>
    </li>
  );
}
