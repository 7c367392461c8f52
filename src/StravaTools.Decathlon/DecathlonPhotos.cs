
namespace StravaTools.Decathlon;

/// <summary>
/// Adds photos to activities. Each write replaces the complete list, so the existing list is read, extended, written, and read again.
/// Otherwise, concurrent writes could lose a photo silently.
/// </summary>
public sealed class DecathlonPhotos(DecathlonClient client)
{
    /// <summary>Adds photos by their addresses. Photos that the activity already has are skipped.</summary>
    /// <param name="activityId">The activity.</param>
    /// <param name="urls">The addresses.</param>
    /// <param name="replace">True to remove all existing photos.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The activity after the change.</returns>
    /// <exception cref="DecathlonException">
    /// A request failed, or another client wrote at the same time and the photos are missing
    /// (<see cref="DecathlonErrors.DecathlonRaceLost"/>).
    /// </exception>
    public async Task<DecathlonActivity> AddAsync(
        string activityId, IReadOnlyList<string> urls, bool replace = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var before = await client.GetActivityAsync(activityId, cancellationToken);
        var images = (replace ? urls : (before.Images ?? []).Concat(urls)).Distinct(StringComparer.Ordinal).ToList();
        if (images.SequenceEqual(before.Images ?? [], StringComparer.Ordinal))
        {
            return before;
        }

        await client.SetImagesAsync(activityId, images, cancellationToken);
        var after = await client.GetActivityAsync(activityId, cancellationToken);
        var lost = images.Except(after.Images ?? [], StringComparer.Ordinal).ToList();
        if (lost.Count == 0)
        {
            return after;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonRaceLost, activityId, string.Join(", ", lost));
    }
}
