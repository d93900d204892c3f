import "./page.css";
import "./page";

document.body.append(document.createElement("desk-page"));
