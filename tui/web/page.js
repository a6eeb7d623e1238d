// Runs before the terminal's own script, which connects once the page has loaded.

// A file to keep needs no tab, which a browser may refuse to open by itself some time after a key.
const open = window.open;
window.open = (url, ...rest) => {
  if (!new URL(url, location.href).pathname.startsWith("/download/keep-")) {
    return open.call(window, url, ...rest);
  }
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
  return null;
};

document.addEventListener("DOMContentLoaded", () => {
  // Whatever name this machine was reached under: the socket is on the same.
  const socket = new URL("/ws", location.href);
  socket.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;
  document.querySelector("button").addEventListener("click", () => location.reload());

  // The terminal marks the body when the app draws, and when the socket closes.
  new MutationObserver(() => {
    const ended = document.body.classList.contains("-closed");
    document.querySelector(ended ? "button" : ".xterm-helper-textarea").focus();
  }).observe(document.body, { attributeFilter: ["class"] });
});
