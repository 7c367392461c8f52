using System.Text.Json;
using StravaTools.Client;
using StravaTools.Http.Files;
using StravaTools.Sync.Budget;

namespace StravaTools.Sync.Storage;

/// <summary>
/// The request book of an application, in a file that all processes on this machine share. It is a cache: what Strava reports counts more,
/// and without the file each process counts alone.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="reserve">How many requests of each window to leave for others.</param>
/// <param name="clock">The clock.</param>
internal sealed class RequestBudget(string path, int reserve, TimeProvider clock)
{
    private const int MaxTries = 200;

    /// <summary>The clocks of client and server differ a little.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private RequestBook _own = new();

    /// <summary>The book as this process last saw it.</summary>
    public RequestBook Book => _own.MoveTo(clock.GetUtcNow());

    /// <summary>Takes a request.</summary>
    /// <returns>Null if it may be sent now; otherwise when to ask again.</returns>
    public async ValueTask<DateTimeOffset?> TakeAsync(RequestKind kind, CancellationToken cancellationToken)
    {
        DateTimeOffset? opens = null;
        await UpdateAsync(
            book =>
            {
                opens = book.OpensAt(kind, reserve) + Margin;
                return opens is null ? book.TakeRequest(kind) : book;
            },
            cancellationToken);
        return opens;
    }

    /// <summary>Notes what a response reported.</summary>
    public ValueTask NoteAsync(StravaRateLimit? seen, RequestKind? refused, DateTimeOffset until, CancellationToken cancellationToken) =>
        UpdateAsync(
            book =>
            {
                var noted = seen is null ? book : book.NoteReport(seen);
                return refused is { } kind ? noted.CloseUntil(kind, until) : noted;
            },
            cancellationToken);

    /// <summary>Reads the file.</summary>
    public void LoadFile()
    {
        if (File.Exists(path))
        {
            try
            {
                _own = JsonSerializer.Deserialize(File.ReadAllBytes(path), BudgetJson.Default.RequestBook) ?? _own;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                // Another process writes it, or it is damaged: Strava's next response has the numbers.
            }
        }
    }

    private async ValueTask UpdateAsync(Func<RequestBook, RequestBook> change, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(cancellationToken);
        var book = ReadBook(stream) ?? _own;
        _own = change(book.MoveTo(clock.GetUtcNow()));
        if (stream is not null)
        {
            WriteBook(stream, _own);
        }
    }

    private async ValueTask<FileStream?> OpenAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            try
            {
                OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
                return OwnerOnly.OpenExclusive(path, FileMode.OpenOrCreate);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    private static RequestBook? ReadBook(FileStream? stream)
    {
        if (stream is null or { Length: 0 })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(stream, BudgetJson.Default.RequestBook);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    private static void WriteBook(FileStream stream, RequestBook book)
    {
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(book, BudgetJson.Default.RequestBook);
            stream.Position = 0;
            stream.Write(bytes);
            stream.SetLength(bytes.Length);
        }
        catch (IOException)
        {
            // A full disk: this process continues with its own numbers.
        }
    }
}
