import { useLingui } from "@lingui/react/macro";
import { ChevronLeft, ChevronRight, ImageOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Photo } from "./PhotoGrid";
import css from "./PhotoStage.module.css";
import { useShortcuts } from "./useShortcuts";

const PhotoLightbox = lazy(() => import("./PhotoLightbox"));

/**
 * Evidence to be judged: one photo as large as there is room, the others below. Arrow keys turn, Space or a press opens
 * the viewer to zoom. Give it a `key` when the thing it belongs to changes.
 */
export function PhotoStage({ photos, label }: { photos: readonly Photo[]; label: string }) {
  const { t } = useLingui();
  const [index, setIndex] = useState(0);
  const [zoomed, setZoomed] = useState(false);
  const total = photos.length;
  const turn = (by: 1 | -1) => setIndex((at) => Math.min(total - 1, Math.max(0, at + by)));
  useShortcuts(
    total === 0
      ? []
      : [
          { keys: " ", label: t`放大照片`, run: () => setZoomed(true) },
          { keys: "ArrowLeft", label: t`上一张`, run: () => turn(-1) },
          { keys: "ArrowRight", label: t`下一张`, run: () => turn(1) },
        ],
  );
  const photo = photos[index];
  if (!photo) return <NoPhotos />;
  const number = index + 1;
  return (
    <div className={css.stage}>
      <div className={css.frame}>
        <button type="button" className={css.photo} onClick={() => setZoomed(true)}>
          <img src={photo.url} alt={t`${label} 第 ${number}/${total} 张`} decoding="async" />
        </button>
        {total > 1 && (
          <>
            <Turn label={t`上一张`} side="start" disabled={index === 0} onClick={() => turn(-1)} />
            <Turn label={t`下一张`} side="end" disabled={number === total} onClick={() => turn(1)} />
            <span className={css.count} aria-hidden>
              {number}/{total}
            </span>
          </>
        )}
      </div>
      {total > 1 && <Thumbs photos={photos} index={index} onPick={setIndex} />}
      {zoomed && (
        <Suspense>
          <PhotoLightbox photos={photos} index={index} onClose={() => setZoomed(false)} />
        </Suspense>
      )}
    </div>
  );
}

function NoPhotos() {
  const { t } = useLingui();
  return (
    <div className={css.none}>
      <ImageOff size={32} strokeWidth={1.25} aria-hidden />
      {t`没有照片`}
    </div>
  );
}

type TurnProps = { label: string; side: "start" | "end"; disabled: boolean; onClick: () => void };

function Turn({ label, side, disabled, onClick }: TurnProps) {
  const Icon = side === "start" ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className={css.turn}
      data-side={side}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

type ThumbsProps = { photos: readonly Photo[]; index: number; onPick: (index: number) => void };

function Thumbs({ photos, index, onPick }: ThumbsProps) {
  const { t } = useLingui();
  return (
    <ul className={`list ${css.thumbs}`}>
      {photos.map((photo, at) => {
        const number = at + 1;
        return (
          <li key={photo.id}>
            <button
              type="button"
              aria-pressed={at === index}
              aria-label={t`第 ${number} 张`}
              onClick={() => onPick(at)}
            >
              <img src={photo.url} alt="" loading="lazy" decoding="async" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
