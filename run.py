"""The only door to this project; needs nothing but python3 and pip.

python3 run.py up       install what is missing, make the database, load content and demo people, serve
python3 run.py test     install what is missing and run every test (any pytest option may follow)
python3 run.py check    format, types, contracts, templates, migrations, translations
python3 run.py fix      put in order what a program can
python3 run.py bench    measure what is promised: run.py bench NAME --json
python3 run.py demo     (re)load the demo people into the data of `up`
python3 run.py shots    refresh the pictures of the README with a real browser
"""

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UV = "uv>=0.13,<0.14"


def say(text: str) -> None:
    # Beside the output: what a bench prints stays one JSON object.
    sys.stderr.write(f"  {text}\n")
    sys.stderr.flush()


def call(*command: object, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a command from the root of the project and give its exit code."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}, stdout=out)


def must(*command: object, env: dict[str, str] | None = None, quiet: bool = False) -> None:
    code = call(*command, env=env, quiet=quiet)
    if code:
        sys.exit(code)


# --- installing ------------------------------------------------------------------------------------------------------


def uv() -> str:
    """The installer: the one on the machine, else our own copy beside the project."""
    own = ROOT / ".tools" / "bin" / "uv"
    found = shutil.which("uv")
    if found is None and not own.exists():
        say("Installing uv, the installer (once)")
        must(sys.executable, "-m", "pip", "install", "--quiet", "--target", ROOT / ".tools", UV)
    return found or str(own)


def install(*, development: bool) -> None:
    """Bring the packages of uv.lock, unless they are there already."""
    wanted = hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest() + (" all" if development else " run")
    stamp = ROOT / ".venv" / "installed"
    installed = stamp.read_text() if stamp.exists() else ""
    if installed == wanted or (not development and installed == wanted.replace(" run", " all")):
        return
    say("Installing the packages")
    groups = [] if development else ["--no-dev"]
    must(uv(), "sync", "--frozen", "--quiet", *groups, env={"VIRTUAL_ENV": str(ROOT / ".venv")})
    stamp.write_text(wanted)


def apt(*packages: str) -> bool:
    """Debian's packages, when we are allowed to install them."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say(f"Installing {', '.join(packages)} from the system's packages")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call("apt-get", "update", "-qq", env=quiet, quiet=True)
    return call("apt-get", "install", "-y", "-qq", *packages, env=quiet, quiet=True) == 0


def chromium() -> str | None:
    """A Chromium: the machine's, else Playwright's download, else the system's package."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found:
        return found
    home = ROOT / ".tools" / "browsers"
    call(PYTHON, "-m", "playwright", "install", "chromium", env={"PLAYWRIGHT_BROWSERS_PATH": str(home)}, quiet=True)
    downloaded = next(iter(home.glob("chromium-*/chrome-linux*/chrome")), None)
    if downloaded:
        return str(downloaded)
    return shutil.which("chromium") if apt("chromium", "fonts-dejavu-core") else None


# --- up --------------------------------------------------------------------------------------------------------------


def data_env(data: Path, port: int, *, demo: bool) -> dict[str, str]:
    """The environment of a service on this machine: its own secrets, its own data."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("secret-key", "seed-secret"):
        path = data / name
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
    return {
        # Said here, so that what the shell holds for another project changes nothing.
        "DATABASE_URL": "",
        "EMAIL_URL": "",
        "DEBUG": "0",
        "DATA_DIR": str(data),
        "SECRET_KEY": "",
        "SEED_SECRET": "",
        "SECRET_KEY_FILE": str(data / "secret-key"),
        "SEED_SECRET_FILE": str(data / "seed-secret"),
        "DEMO": "1" if demo else "0",
        "HTTPS": "0",
        "SERVICE_URL": f"http://127.0.0.1:{port}",
    }


def up(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py up", description="Install, prepare and serve on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="where the database and the e-mails go")
    parser.add_argument("--empty", action="store_true", help="no demo people")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    if not is_free(options.port):
        say(
            f"Port {options.port} is in use. Stop what uses it, or choose another: run.py up --port {options.port + 1}"
        )
        return 1
    install(development=False)
    env = data_env(options.data.resolve(), options.port, demo=not options.empty)
    must(PYTHON, "manage.py", "prepare", env=env)
    return serve(env, options.port, began)


def is_free(port: int) -> bool:
    """Nothing answers on that port of this machine."""
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) != 0


def serve(env: dict[str, str], port: int, began: float) -> int:
    """Serve until Ctrl-C: the web server, and the worker that sends e-mails."""
    web: list[str | Path] = [
        PYTHON,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    web += [
        "--workers",
        "1",
        "--blocking-threads",
        "2",
        "--backpressure",
        "64",
        "--no-access-log",
        "--log-level",
        "warning",
    ]
    worker: list[str | Path] = [PYTHON, "manage.py", "db_worker", "--interval", "2", "--verbosity", "0"]
    commands = [[*web, "config.wsgi:application"], worker]
    full = {**os.environ, **env}
    # Each in its own session, so that Ctrl-C reaches us first and we stop them in order.
    running = [subprocess.Popen(c, cwd=ROOT, env=full, start_new_session=True) for c in commands]
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.default_int_handler)
    try:
        announce(port, env, began, running[0])
        while all(process.poll() is None for process in running):
            time.sleep(0.3)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        stop(running)


def announce(port: int, env: dict[str, str], began: float, web: "subprocess.Popen[bytes]") -> None:
    """Wait until the service answers, then say where it is and who can sign in."""
    url = f"http://127.0.0.1:{port}"
    while web.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2):
                break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    else:
        return
    say(f"\n  Alidade is ready in {time.monotonic() - began:.0f} s: {url}\n")
    if env["DEMO"] == "1":
        say("Sign in as Ada, who learns: one click on the sign-in page, or try without an account.")
    say(f"E-mails are written in {env['DATA_DIR']}/mail. Ctrl-C stops the service.\n")


def stop(running: "list[subprocess.Popen[bytes]]") -> None:
    """End the processes we started, by their own ids; a second Ctrl-C does not hurry it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
    say("Stopped.")


def demo(arguments: list[str]) -> int:
    install(development=False)
    data = Path(arguments[0]) if arguments else ROOT / "var"
    return call(PYTHON, "manage.py", "demo", env=data_env(data.resolve(), 8000, demo=True))


# --- test, check, fix, bench -----------------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    install(development=True)
    env = {"DEBUG": "1", "SECRET_KEY": "for tests only, " * 4, "SEED_SECRET": "for tests only, " * 4}
    env["CHROMIUM"] = chromium() or ""
    return call(PYTHON, "-m", "tests", *arguments, env=env)


CHECKS: list[tuple[str, list[object]]] = [
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("contracts", [PYTHON.parent / "lint-imports"]),
    ("dependencies", [PYTHON, "-m", "deptry", "."]),
    ("templates", [PYTHON, "-m", "djlint", "--lint", "--quiet", "sites", "design"]),
    ("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("styles", [PYTHON, "-m", "design.compile", "--check"]),
    ("translations", [PYTHON, "-m", "config.translations", "--check"]),
    ("content", [PYTHON, "manage.py", "content", "check"]),
]


def check(arguments: list[str]) -> int:
    install(development=True)
    env = {"DEBUG": "1", "SECRET_KEY": "for checks only, " * 4, "SEED_SECRET": "for checks only, " * 4}
    env["DATABASE_URL"] = "sqlite://:memory:"
    failed = []
    for name, command in CHECKS:
        began = time.monotonic()
        code = call(*command, env=env)
        say(f"{name}: {'in order' if code == 0 else 'FAULTY'} ({time.monotonic() - began:.0f} s)")
        failed += [name] if code else []
    say("All is in order." if not failed else f"To mend: {', '.join(failed)}")
    return 1 if failed else 0


def fix(arguments: list[str]) -> int:
    install(development=True)
    call(PYTHON, "-m", "ruff", "check", "--fix", "--quiet", ".")
    call(PYTHON, "-m", "ruff", "format", "--quiet", ".")
    call(PYTHON, "-m", "design.compile")
    return call(PYTHON, "-m", "config.translations")


def bench(arguments: list[str]) -> int:
    names = sorted(p.stem for p in (ROOT / "bench").glob("[a-z]*.py") if "__main__" in p.read_text())
    if not arguments or arguments[0] not in names:
        say(f"run.py bench NAME --json, NAME being one of: {', '.join(names)}")
        return 2
    install(development=True)
    env = {"DEBUG": "1", "SECRET_KEY": "for benches only, " * 4, "SEED_SECRET": "for benches only, " * 4}
    return call(PYTHON, "-m", f"bench.{arguments[0]}", *arguments[1:], env=env)


def shots(arguments: list[str]) -> int:
    os.environ["SHOTS"] = "1"
    return test(["-k", "readme", *arguments])


VERBS = {"up": up, "test": test, "check": check, "fix": fix, "bench": bench, "demo": demo, "shots": shots}


def main() -> int:
    os.chdir(ROOT)
    verb, *arguments = sys.argv[1:] or [""]
    if verb not in VERBS:
        say(str(__doc__))
        return 0 if verb in {"", "help", "--help", "-h"} else 2
    try:
        return VERBS[verb](arguments)
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
