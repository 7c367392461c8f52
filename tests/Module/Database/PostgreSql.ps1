# A PostgreSQL server for the tests of a file, with its data and its socket in a temporary folder. It listens on no port.

# The folder of PostgreSQL's programs; nothing without PostgreSQL. Debian keeps them in a folder per version, outside of the PATH.
function Find-PostgreSql {
    $folders = @($env:PATH -split [System.IO.Path]::PathSeparator) + @(Get-Item /usr/lib/postgresql/*/bin -ErrorAction Ignore | ForEach-Object FullName)
    $initdb = $folders | ForEach-Object { Join-Path $_ initdb } | Where-Object { Test-Path $_ } | Select-Object -First 1
    if ($initdb) { Split-Path ([System.IO.File]::ResolveLinkTarget($initdb, $true)?.FullName ?? $initdb) }
}

# PostgreSQL refuses to run as root. Its package creates a user.
function Invoke-PostgreSql([string]$Program) {
    $command = @(Join-Path (Find-PostgreSql) $Program) + $args
    if ([Environment]::IsPrivilegedProcess) { $command = @('runuser', '-u', 'postgres', '--') + $command }
    # The server inherits the handles, and would keep a pipe open.
    & /bin/sh -c 'cd / && exec "$0" "$@" > /dev/null 2>&1' @command
    if ($LASTEXITCODE -ne 0) { throw "$command ended with $LASTEXITCODE." }
}

# Starts a server, and returns a connection string.
function Start-PostgreSql {
    $folder = [System.IO.Directory]::CreateTempSubdirectory('pg-').FullName
    if ([Environment]::IsPrivilegedProcess) { chown postgres $folder }
    Invoke-PostgreSql initdb -D "$folder/data" --no-sync -A trust -U postgres --no-instructions --locale=C -E UTF8
    Add-Content "$folder/data/postgresql.conf" "fsync = off`nlisten_addresses = ''`nunix_socket_directories = '$folder'`nshared_buffers = 16MB"
    Invoke-PostgreSql pg_ctl -D "$folder/data" -l "$folder/log" start -w
    "Host=$folder;Username=postgres;Database=postgres"
}

function Stop-PostgreSql([string]$Store) {
    $folder = $Store -replace '^Host=|;.*$'
    Invoke-PostgreSql pg_ctl -D "$folder/data" stop -m immediate
    Remove-Item $folder -Recurse -Force
}

# The key and the login that workers need for the athlete of the fake.
function Set-WorkerLogin([string]$Store, [string]$Folder) {
    [System.Convert]::ToBase64String([System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)) | Set-Content "$Folder/token-key"
    Submit-StravaSync -RefreshToken (ConvertTo-Secret fake-refresh-token) -TokenKeyPath "$Folder/token-key" -Athlete 227615 -Store $Store
}
