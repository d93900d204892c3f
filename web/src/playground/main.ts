import "../shared/theme.css";
import "./page.css";
import "./messages.css";
import { applyTheme, chosenTheme } from "../shared/theme";
import "./skyra";
import "./message-item";
import "./playground-page";

applyTheme(chosenTheme());
document.body.append(document.createElement("playground-page"));
