import "yet-another-react-lightbox/styles.css";
import { useLingui } from "@lingui/react/macro";
import Lightbox from "yet-another-react-lightbox";
import Zoom from "yet-another-react-lightbox/plugins/zoom";
import type { Photo } from "./PhotoGrid";

type PhotoLightboxProps = { photos: readonly Photo[]; index: number; onClose: () => void };

/** The large viewer: swipe, pinch, arrow keys, Escape. A default export because it is loaded on demand. */
export default function PhotoLightbox({ photos, index, onClose }: PhotoLightboxProps) {
  const { t } = useLingui();
  return (
    <Lightbox
      open
      close={onClose}
      index={index}
      slides={photos.map((photo) => ({
        src: photo.url,
        ...(photo.width && photo.height ? { width: photo.width, height: photo.height } : {}),
      }))}
      plugins={[Zoom]}
      carousel={{ finite: true }}
      labels={{ Previous: t`上一张`, Next: t`下一张`, Close: t`关闭`, "Zoom in": t`放大`, "Zoom out": t`缩小` }}
    />
  );
}
