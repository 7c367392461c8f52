using System.Diagnostics;
using System.Text;

namespace StravaTools.Client.Testing;

/// <summary>
/// Reads the output of a child process continuously, so that the child never blocks on a full pipe. Keeps the first line and the last
/// errors.
/// </summary>
internal sealed class ChildOutput
{
    private const int MaxErrorLength = 4096;
    private readonly Process _process;
    private readonly TaskCompletionSource<string?> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly StringBuilder _errors = new();

    public ChildOutput(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _firstLine.TrySetResult(line.Data);
        process.ErrorDataReceived += (_, line) => AddError(line.Data);
    }

    /// <summary>The first line on standard output; null if the child ended without one.</summary>
    public Task<string?> FirstLine => _firstLine.Task;

    /// <summary>The last part of standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_lock)
            {
                return _errors.ToString().Trim();
            }
        }
    }

    public void BeginRead()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void AddError(string? line)
    {
        lock (_lock)
        {
            _errors.AppendLine(line);
            if (_errors.Length > MaxErrorLength)
            {
                _errors.Remove(0, _errors.Length - MaxErrorLength);
            }
        }
    }
}
