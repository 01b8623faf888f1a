@echo off
rem Klik dua kali: menyiapkan Kajian (sekali saja, perlu internet) lalu membuka contoh di peramban.
rem Double click: sets Kajian up (only once, needs the internet), then opens the example in the browser.
setlocal
cd /d "%~dp0"
set "PY="
for %%V in (3.13 3.12 3.11) do if not defined PY (py -%%V -c "" >nul 2>&1 && set "PY=py -%%V")
if not defined PY (python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PY=python")
if not defined PY (
  echo Python 3.11 atau lebih baru belum ada. Pasang dari https://www.python.org/downloads/ lalu klik lagi.
  echo Python 3.11 or newer is missing. Install it from python.org, then click again.
  pause
  exit /b 2
)
if not exist .venv\runtime (
  echo Menyiapkan Kajian, sekali saja. Setting up Kajian, only once ...
  %PY% -m venv .venv || goto failed
  .venv\Scripts\python -m pip install --quiet --disable-pip-version-check -e . || goto failed
  echo made> .venv\runtime
)
.venv\Scripts\kajian app
if errorlevel 1 goto failed
exit /b 0
:failed
echo Gagal. Periksa sambungan internet, hapus folder .venv, lalu klik lagi.
echo Failed. Check the connection, delete the folder .venv, then click again.
pause
exit /b 2
