// Runs before the terminal's own script, which connects once the page has loaded.
document.addEventListener("DOMContentLoaded", () => {
  // Whatever name this machine was reached under: the socket is on the same.
  const socket = new URL("/ws", location.href);
  socket.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;
  document.querySelector("button").addEventListener("click", () => location.reload());
});
