using StravaTools.FakeStrava.Clock;

namespace StravaTools.FakeStrava.Webhooks;

/// <summary>
/// Subscriptions, one per application, and the deliveries of events to them. Events of a subscription are sent one after the other.
/// </summary>
internal sealed class WebhookHub(FakeClock clock) : IDisposable
{
    /// <summary>The oldest deliveries are removed when there are more.</summary>
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly CallbackSender _sender = new(clock.Real);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<int, Subscription> _subscriptions = [];
    private readonly LinkedList<WebhookDelivery> _deliveries = [];
    private long _lastSubscription;
    private long _lastDelivery;
    private Task _sending = Task.CompletedTask;

    /// <summary>Runs when a subscription was added or removed.</summary>
    public Action? SubscriptionsChanged { get; init; }

    public bool HasSubscriptions
    {
        get
        {
            lock (_lock)
            {
                return _subscriptions.Count > 0;
            }
        }
    }

    public IReadOnlyList<Subscription> Subscriptions()
    {
        lock (_lock)
        {
            return [.. _subscriptions.Values.OrderBy(subscription => subscription.Id)];
        }
    }

    public IReadOnlyList<WebhookDelivery> Deliveries()
    {
        lock (_lock)
        {
            return [.. _deliveries];
        }
    }

    /// <summary>Completes when everything that was published so far is delivered or has failed.</summary>
    public Task WhenDeliveredAsync()
    {
        lock (_lock)
        {
            return _sending;
        }
    }

    /// <summary>Requests confirmation from the callback. The code of the error if it does not confirm.</summary>
    public Task<string?> VerifyAsync(Uri callback, string verifyToken, CancellationToken cancellationToken) =>
        _sender.VerifyAsync(callback, verifyToken, cancellationToken);

    /// <summary>Null if the application has a subscription.</summary>
    public Subscription? AddSubscription(int applicationId, Uri callback)
    {
        lock (_lock)
        {
            var added = new Subscription(_lastSubscription + 1, applicationId, callback, clock.Now);
            if (!_subscriptions.TryAdd(applicationId, added))
            {
                return null;
            }

            _lastSubscription++;
            SubscriptionsChanged?.Invoke();
            return added;
        }
    }

    /// <summary>Removes subscriptions by their ID or application; null for any. Returns how many.</summary>
    public int RemoveSubscriptions(long? id, int? applicationId)
    {
        lock (_lock)
        {
            var removed = _subscriptions.Values.Where(subscription => (id is null || subscription.Id == id)
                && (applicationId is null || subscription.ApplicationId == applicationId)).ToList();
            removed.ForEach(subscription => _subscriptions.Remove(subscription.ApplicationId));
            SubscriptionsChanged?.Invoke();
            return removed.Count;
        }
    }

    /// <summary>Sends an event to the subscriptions of applications, in the background.</summary>
    /// <returns>The numbers of the deliveries.</returns>
    public IReadOnlyList<long> PublishEvent(WebhookEvent published, Func<int, bool> receives)
    {
        lock (_lock)
        {
            List<long> ids = [];
            foreach (var subscription in _subscriptions.Values.Where(subscription => receives(subscription.ApplicationId)))
            {
                var sent = published with { SubscriptionId = subscription.Id, EventTime = clock.Now.ToUnixTimeSeconds() };
                ids.Add(QueueDelivery(subscription.CallbackUrl, sent));
            }

            return ids;
        }
    }

    /// <summary>Sends the event of a delivery again, as a new delivery. Null if the delivery is unknown.</summary>
    public long? RedeliverEvent(long id)
    {
        lock (_lock)
        {
            if (_deliveries.FirstOrDefault(delivery => delivery.Id == id) is not { } delivery)
            {
                return null;
            }

            return QueueDelivery(delivery.CallbackUrl, delivery.Event);
        }
    }

    public void RemoveDeliveries()
    {
        lock (_lock)
        {
            _deliveries.Clear();
        }
    }

    public void ResetAll()
    {
        lock (_lock)
        {
            _subscriptions.Clear();
            _deliveries.Clear();
            (_lastSubscription, _lastDelivery) = (0, 0);
            SubscriptionsChanged?.Invoke();
        }
    }

    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _stop.Cancel();
        _stop.Dispose();
        _sender.Dispose();
    }

    private long QueueDelivery(Uri callback, WebhookEvent sent)
    {
        var delivery = _deliveries.AddLast(new WebhookDelivery(++_lastDelivery, callback, sent, []));
        if (_deliveries.Count > Capacity)
        {
            _deliveries.RemoveFirst();
        }

        _sending = DeliverAfterAsync(_sending, delivery, _stop.Token);
        return delivery.Value.Id;
    }

    private async Task DeliverAfterAsync(Task before, LinkedListNode<WebhookDelivery> delivery, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!delivery.Value.IsEnded && !cancellationToken.IsCancellationRequested)
        {
            var (callback, sent) = (delivery.Value.CallbackUrl, delivery.Value.Event);
            var attempt = await _sender.SendEventAsync(callback, sent, cancellationToken);
            lock (_lock)
            {
                delivery.Value = delivery.Value with { Attempts = [.. delivery.Value.Attempts, attempt] };
            }
        }
    }
}
