import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./app/global.css";
import { WorldContext } from "./control/use-world";
import { World } from "./control/world";
import { Desk, DeskContext } from "./phone/desk";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root.");

const world = new World();
world.start();

createRoot(place).render(
  <StrictMode>
    <WorldContext value={world}>
      <DeskContext value={new Desk()}>
        <App />
      </DeskContext>
    </WorldContext>
  </StrictMode>,
);
