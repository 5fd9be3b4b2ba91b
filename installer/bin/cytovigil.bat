@echo off
rem Starts CytoVigil on a Java 25 found on this computer; every argument goes to the program.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0.."
set "JAVA_FOUND="
for %%J in ("%CYTOVIGIL_JAVA_HOME%" "%JAVA_HOME%" "%JAVA25_HOME%" "%HOME_DIR%\runtime") do call :consider "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :consider "%%~J"
if not defined JAVA_FOUND (
    echo cytovigil: no Java 25 found. Install a JDK 25, for instance Temurin 25, or set CYTOVIGIL_JAVA_HOME to its folder. 1>&2
    exit /b 3
)
"%JAVA_FOUND%\bin\java.exe" --module-path="%HOME_DIR%\javafx" --add-modules=javafx.base,javafx.graphics,javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC %CYTOVIGIL_JAVA_OPTIONS% -classpath "%HOME_DIR%\lib\*" org.cytovigil.cli.Main %*
exit /b %ERRORLEVEL%

:consider
if defined JAVA_FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    set "MAJOR=%%~V"
    set "MAJOR=!MAJOR:"=!"
    if !MAJOR! GEQ 25 set "JAVA_FOUND=%~1"
)
exit /b 0
