import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useLive } from "../apollo/useLive";
import { useAct } from "../forms/useAct";
import {
  BeginWechatBindingDocument,
  type SceneFactsFragment,
  WechatSceneChangedDocument,
  WechatSceneDocument,
} from "../gql/graphql";

export type Scene = SceneFactsFragment;

/**
 * One code to scan and what became of it, live: scanned, confirmed, refused or over. `claim` is one that was scanned
 * already, by opening a link inside WeChat.
 */
export function useScene(claim: string | undefined) {
  const [shown, setShown] = useState<string>();
  const id = shown ?? claim;
  const { act, busy } = useAct(BeginWechatBindingDocument, (data) => data.beginWechatBinding);
  const { data, refetch } = useQuery(WechatSceneDocument, { variables: { id: id ?? "" }, skip: !id });
  useLive(WechatSceneChangedDocument, {
    variables: { id: id ?? "" },
    skip: !id,
    onCatchUp: () => void refetch(),
  });

  async function begin(): Promise<void> {
    const begun = await act({ input: {} });
    if (begun?.scene) setShown(begun.scene.id);
  }
  return { scene: id ? (data?.wechatScene ?? undefined) : undefined, gone: data?.wechatScene === null, begin, busy };
}
