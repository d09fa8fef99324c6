import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { CircleCheck, PencilLine } from "lucide-react";
import type { MenuSheetFragment } from "../../gql/graphql";
import { sameMenu } from "./menu-schema";

/** How the draft stands to what followers see. */
export function MenuStanding({ menu, dirty }: { menu: MenuSheetFragment; dirty: boolean }) {
  const { draft, published, publishedAt, problem } = menu;
  const online = !dirty && published !== null && published !== undefined && sameMenu(draft, published);
  return (
    <>
      <div className="row">
        {online ? (
          <ToneTag tone="ok" icon={CircleCheck}>
            <Trans>与线上一致</Trans>
          </ToneTag>
        ) : (
          <ToneTag tone="warn" icon={PencilLine}>
            {dirty ? <Trans>有未保存的修改</Trans> : <Trans>草稿还没有发布</Trans>}
          </ToneTag>
        )}
        <span className="muted small">
          {publishedAt ? (
            <Trans>
              上次发布 <DateText at={publishedAt} as="absolute" />
            </Trans>
          ) : (
            <Trans>从未发布</Trans>
          )}
        </span>
      </div>
      {problem && <Alert color="red">{problem}</Alert>}
    </>
  );
}
