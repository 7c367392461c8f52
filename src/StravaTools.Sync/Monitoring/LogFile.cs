using System.Globalization;
using System.Text;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// A file of lines that only the user can read. Several runs can write to it: it is open only while lines are written, and lines that could
/// not be written follow with the next ones.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="maxSize">The size at which it becomes an old log.</param>
internal sealed class LogFile(string path, long maxSize)
{
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int OldFiles = 4;

    /// <summary>Lines that wait for a file that is in use are limited, too.</summary>
    private const int MaxPending = 1_000_000;

    private readonly StringBuilder _pending = new();
    private readonly Lock _gate = new();

    /// <summary>Writes the first line.</summary>
    /// <exception cref="ApiException"><see cref="SyncErrors.LogNotWritable"/>.</exception>
    public void Open(string line)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Append(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.LogNotWritable, e, path, e.Message);
        }
    }

    /// <summary>Writes a line. A log that cannot be written does not end a run.</summary>
    public void WriteLine(string line)
    {
        try
        {
            Append(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The line is written with the next one.
        }
    }

    private void Append(string line)
    {
        lock (_gate)
        {
            if (_pending.Length < MaxPending)
            {
                _pending.Append(line).Append('\n');
            }

            if (new FileInfo(path) is { Exists: true } file && file.Length >= maxSize)
            {
                RotateFiles();
            }

            using var stream = OpenAtEnd();
            stream.Write(Encoding.UTF8.GetBytes(_pending.ToString()));
            _pending.Clear();
        }
    }

    private FileStream OpenAtEnd()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReads;
        }

        return new FileStream(path, options);
    }

    private void RotateFiles()
    {
        for (var number = OldFiles - 1; number > 0; number--)
        {
            if (File.Exists(OldFile(number)))
            {
                File.Move(OldFile(number), OldFile(number + 1), overwrite: true);
            }
        }

        File.Move(path, OldFile(1), overwrite: true);
    }

    private string OldFile(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
